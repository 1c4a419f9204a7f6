/** In which country and network an address is, by a database in the MaxMind DB format that the user supplies. */
package io.flowtide.core.geo;
