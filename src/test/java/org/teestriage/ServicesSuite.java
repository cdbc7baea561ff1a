package org.teestriage;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that are not in {@link WebSuite}. */
@Suite
@SelectPackages("org.teestriage")
@ExcludePackages({WebSuite.WEB, WebSuite.BOOT, WebSuite.OVERSIGHT})
@IncludeClassNamePatterns(WebSuite.TEST_CLASSES)
class ServicesSuite {}
