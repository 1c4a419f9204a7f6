/** What several functions need of AWS. */
package io.flowtide.aws;
