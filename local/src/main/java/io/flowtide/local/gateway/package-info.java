/** The AWS services of which the functions need one or two calls: SNS and Secrets Manager. */
package io.flowtide.local.gateway;
