/** A door before DynamoDB that lets through what the template's policies allow. */
package io.flowtide.local.dynamodb;
