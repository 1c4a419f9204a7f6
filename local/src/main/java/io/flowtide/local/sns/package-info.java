/** Topics that hand their messages to functions. */
package io.flowtide.local.sns;
