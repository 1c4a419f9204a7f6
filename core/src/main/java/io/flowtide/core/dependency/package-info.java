/** Who talks to whom: services and the traffic between them, per hour. */
package io.flowtide.core.dependency;
