/** What the template's policies let each function do: refused here is refused at AWS. */
package io.flowtide.local.access;
