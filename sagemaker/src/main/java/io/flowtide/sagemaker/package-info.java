/** Models at SageMaker endpoints behind the interfaces of the embedded ones, and the embedded ones in their place. */
package io.flowtide.sagemaker;
