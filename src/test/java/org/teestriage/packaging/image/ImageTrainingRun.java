package org.teestriage.packaging.image;

import java.nio.file.Files;
import java.nio.file.Path;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Jvm;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealMySql;

/**
 * Runs what will be in the image once, with the image's own Java and no other: a node is started, and one concern goes its
 * way. Where that Java can keep what it learnt, each later start finds its classes ready. Called by the image's build:
 * JAVA-HOME, then the folder with the service, where {@code java.options} will say what it finds ready.
 */
final class ImageTrainingRun {

    private static final String ARCHIVE = "classes.aot";

    private ImageTrainingRun() {}

    public static void main(String... folders) throws Throwable {
        Jvm java = Jvm.at(Path.of(folders[0]));
        Path service = Path.of(folders[1]);
        String options = "";
        try (RealMySql mysql = RealMySql.alone("rehearsal");
                Cluster cluster = Cluster.fresh(mysql, Files.createTempDirectory("rehearsal"))
                        .on(java)) {
            if (java.keepsLinkedClasses()) {
                cluster.rehearse(service, service.resolve(ARCHIVE));
                options += "-XX:AOTCache=/app/%s%n".formatted(ARCHIVE);
            }
            Node node = cluster.start(service);
            System.out.printf("IMAGE ready after %d ms%n", node.awaitReady().toMillis());
            node.wholeConcern();
            node.end();
        }
        Files.writeString(service.resolve("java.options"), options);
    }
}
