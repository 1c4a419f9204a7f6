/** What S3 does beside keeping objects: it tells topics of new ones. */
package io.flowtide.local.s3;
