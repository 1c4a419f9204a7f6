/**
 * Lambda: asynchronous invocation with retries and dead letters, processes that scale out, and the Runtime API that AWS's
 * own client in those processes talks to.
 */
package io.flowtide.local.lambda;
