/** Reads the wiring of the suite from template.yaml: the only place where it is written. */
package io.flowtide.local.template;
