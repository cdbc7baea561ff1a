package org.teestriage;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of pages, API, sign-in, start and oversight. Surefire runs the two suites beside each other;
 * the packages are divided so that they take equally long. Within a suite, classes that share a test profile share a
 * running service, which they would not as classes of their own.
 */
@Suite
@SelectPackages({WebSuite.WEB, WebSuite.BOOT, WebSuite.OVERSIGHT})
@IncludeClassNamePatterns(WebSuite.TEST_CLASSES)
class WebSuite {

    static final String WEB = "org.teestriage.web";
    static final String BOOT = "org.teestriage.boot";
    static final String OVERSIGHT = "org.teestriage.oversight";
    static final String TEST_CLASSES = ".*Test";
}
