package org.teestriage.delivery.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/** The sockets of one attempt. They can be closed when its time is over, even if the peer still sends data slowly. */
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
                // The socket is closed in any case.
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
