/** Connects a concern and its process instance: routing data for the engine, and the callbacks from it. */
@NullMarked
package org.teestriage.casework.path;

import org.jspecify.annotations.NullMarked;
