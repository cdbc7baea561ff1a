package org.teestriage.delivery.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/** The connections of one attempt, so that they can be cut when its time is over, however slowly the other side dribbles. */
final class CancellableSockets extends SocketFactory {

    private final SocketFactory plain = SocketFactory.getDefault();
    private final Collection<Socket> open = new ConcurrentLinkedQueue<>();

    private Socket keep(Socket socket) {
        open.add(socket);
        return socket;
    }

    void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException closed) {
                // It was closed already, or is now.
            }
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return keep(plain.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return keep(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return keep(plain.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return keep(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return keep(plain.createSocket(host, port, from, fromPort));
    }
}
