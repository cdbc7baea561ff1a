/** What the JSON interface and the pages share: admission of requests, problems, and the acting person. */
@NullMarked
package org.teestriage.web;

import org.jspecify.annotations.NullMarked;
