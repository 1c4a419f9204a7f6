/** The web page of the suite: one file of HTML, and the JSON that it asks for. */
package io.flowtide.local.page;
