/** Schedule: how work that no request asks for runs again and again, and how long it waits in between. */
package dev.holdfast.schedule;
