/** The engine room: the only place that knows the process engine. It knows where a concern is, and nothing about whom. */
@NullMarked
package org.teestriage.process;

import org.jspecify.annotations.NullMarked;
