/** Where an instant stands in the days of people: local time, weekday, public holidays and their own days. */
package io.flowtide.core.calendar;
