package org.teestriage.testing.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Chromium of this machine, or the Debian package where there is none. */
public record RealChromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final Path BASE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Options for a service whose certificate was created for the test. */
    public static final Browser.NewContextOptions TRUSTING = new Browser.NewContextOptions().setIgnoreHTTPSErrors(true);

    private static @Nullable RealChromium shared;

    /** The shared browser of tests without a certificate; it stops with the JVM. */
    public static synchronized RealChromium shared() {
        if (shared == null) {
            RealChromium opened = open();
            Runtime.getRuntime().addShutdownHook(new Thread(opened.playwright::close));
            shared = opened;
        }
        return shared;
    }

    public static RealChromium open() {
        Path executable = Path.of(Scripts.output(Scripts.command(BASE.resolve("src/test/scripts/chromium.sh"))));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
        System.out.println("REAL CHROMIUM " + browser.version());
        return new RealChromium(playwright, browser);
    }

    /** Saves a screenshot under target/screenshots, with {@code -Dteestriage.screenshots}: it takes longer than the tests. */
    public static void screenshot(Page page, String name) {
        if (System.getProperty("teestriage.screenshots") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(BASE.resolve("target/screenshots/" + name + ".png"))
                    .setFullPage(true));
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
