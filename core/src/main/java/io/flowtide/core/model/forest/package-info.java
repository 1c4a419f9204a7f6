/** Random cut forests, on the library of that name. */
package io.flowtide.core.model.forest;
