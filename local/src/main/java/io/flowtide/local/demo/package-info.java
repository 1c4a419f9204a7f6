/** Four weeks of made-up traffic with anomalies in it, run through the suite: do people hear of exactly those? */
package io.flowtide.local.demo;
