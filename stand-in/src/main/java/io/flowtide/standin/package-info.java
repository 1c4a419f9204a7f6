/** S3 and DynamoDB in this process: existing libraries, started on a free port and stopped again. */
package io.flowtide.standin;
