package org.jingzhun.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends and reads JSON over one HTTP/1.1 connection that is kept, with as little work of its own as can be. */
final class KeptConnection implements AutoCloseable {

    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final int HEX = 16;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String path;
    private final String head;

    /** @param token of the caller; empty for one without */
    KeptConnection(URI address, String path, String token) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        this.path = path;
        head = " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAccept: application/json\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    /** An answer. */
    record Answer(int status, String body) {}

    /** @param key the request's idempotency key */
    Answer post(String key, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return answerTo("POST " + path + head + "Content-Type: application/json\r\nIdempotency-Key: " + key
                + "\r\nContent-Length: " + body.length + "\r\n\r\n" + json);
    }

    /**
     * For a purpose, without which persons are shown in part.
     *
     * @param id of what is read, behind the path
     */
    Answer get(Object id) throws IOException {
        return answerTo("GET " + path + "/" + id + head + "Purpose: bench\r\n\r\n");
    }

    private Answer answerTo(String request) throws IOException {
        out.write(request.getBytes(StandardCharsets.UTF_8));
        out.flush();
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
            chunked |= header.equalsIgnoreCase(CHUNKED);
        }
        byte[] answered = chunked ? chunks() : in.readNBytes(length);
        return new Answer(status, new String(answered, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var whole = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(), HEX);
            whole.write(in.readNBytes(size));
            line();
        } while (size > 0);
        return whole.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The service hung up.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
