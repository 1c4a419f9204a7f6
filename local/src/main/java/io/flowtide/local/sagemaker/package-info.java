/** SageMaker's runtime on one machine: real models behind the endpoints that the template names. */
package io.flowtide.local.sagemaker;
