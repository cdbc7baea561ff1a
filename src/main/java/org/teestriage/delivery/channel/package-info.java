/** The channels of the courier: signed HTTPS, and mail over STARTTLS. */
@NullMarked
package org.teestriage.delivery.channel;

import org.jspecify.annotations.NullMarked;
