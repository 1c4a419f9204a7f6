/** Which service an address or a network interface belongs to, as users write it down. */
package io.flowtide.core.services;
