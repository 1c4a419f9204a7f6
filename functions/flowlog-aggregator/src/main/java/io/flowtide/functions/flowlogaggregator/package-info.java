/** Reads one object of flow logs or metrics, writes its part of every slot it touches. */
package io.flowtide.functions.flowlogaggregator;
