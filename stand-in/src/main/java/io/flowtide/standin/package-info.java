/**
 * S3 and DynamoDB from existing libraries: in this process, each on a free port, or both in a process of their own for
 * whoever can't bear those libraries beside its own.
 */
package io.flowtide.standin;
