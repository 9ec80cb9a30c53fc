package dev.holdfast.journeys.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A connection to the database with the faults of a network: open, shut or silent; it can lose one commit, or its answer.
 */
final class DatabaseGate implements AutoCloseable {

    /** The state of the connection: passing, refused and broken, or silent in both directions. */
    enum State { OPEN, SHUT, SILENT }

    /** Text of the statements that are sent without a transaction around them. */
    private static final String ITS_OWN_TRANSACTION = " returning ";

    private final ServerSocket door;
    private final int target;
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
    private State state = State.OPEN;
    private volatile String losing;
    private volatile boolean onTheWayThere;

    DatabaseGate(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        inBackground(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized void turn(State next) {
        state = next;
        if (next == State.SHUT) {
            passages.forEach(Passage::breakOff);
        }
        notifyAll();
    }

    /** Loses the answer to the next transaction with that statement; its commit arrives. */
    void loseAnswerToCommitOf(String statement) {
        onTheWayThere = false;
        losing = statement;
    }

    /** Loses the commit of the next transaction with that statement. */
    void loseCommitOf(String statement) {
        onTheWayThere = true;
        losing = statement;
    }

    @Override
    public void close() throws IOException {
        turn(State.SHUT);
        door.close();
    }

    /** Returns once something may pass; false if the way is shut. */
    private synchronized boolean passes() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
        return state == State.OPEN;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Passage passage = new Passage(door.accept());
                inBackground(passage::open);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "database-gate");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Passage {

        private final Socket client;
        private volatile Socket server;
        private boolean watched;
        private volatile boolean deaf;

        Passage(Socket client) {
            this.client = client;
        }

        void open() {
            passages.add(this);
            try {
                if (passes()) {
                    server = new Socket(InetAddress.getLoopbackAddress(), target);
                    inBackground(this::answer);
                    ask();
                }
            } catch (IOException | InterruptedException broken) {
                // Both ends see the break, as in any network.
            }
            breakOff();
        }

        private void ask() throws IOException, InterruptedException {
            PostgresMessages asked = new PostgresMessages(new BufferedInputStream(client.getInputStream()));
            for (PostgresMessages.Message next = asked.next(); passes(); next = asked.next()) {
                next.statement().ifPresent(this::watch);
                if (deaf && onTheWayThere) {
                    return;
                }
                server.getOutputStream().write(next.bytes());
            }
        }

        private void answer() {
            byte[] some = new byte[16_384];
            try {
                InputStream in = server.getInputStream();
                for (int read = in.read(some); read > 0 && passes() && !deaf; read = in.read(some)) {
                    client.getOutputStream().write(some, 0, read);
                }
            } catch (IOException | InterruptedException broken) {
                // Both ends see the break, as in any network.
            }
            breakOff();
        }

        private void watch(String statement) {
            String toLose = losing;
            watched |= toLose != null && statement.contains(toLose);
            if (watched && (statement.equals("COMMIT") || statement.contains(ITS_OWN_TRANSACTION))) {
                losing = null;
                deaf = true;
            }
        }

        void breakOff() {
            passages.remove(this);
            try {
                client.close();
                if (server != null) {
                    server.close();
                }
            } catch (IOException already) {
                throw new UncheckedIOException(already);
            }
        }
    }
}
