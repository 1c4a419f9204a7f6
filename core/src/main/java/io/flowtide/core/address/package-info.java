/** IP addresses, read from text without allocation, and tables of what is known of them. */
package io.flowtide.core.address;
