@NullMarked
package org.teestriage.boot.demo;

import org.jspecify.annotations.NullMarked;
