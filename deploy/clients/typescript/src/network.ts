import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The mobile network between a phone and a service: it passes bytes on, has no signal, or loses an answer on its way. */
export class Network {
  private signal = true;
  private losing = false;
  private lost = 0;
  private readonly open = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to(service: URL): Promise<Network> {
    const network = new Network(createServer());
    network.server.on('connection', phone => network.carry(phone, service));
    await new Promise<void>(ready => network.server.listen(0, '127.0.0.1', ready));
    return network;
  }

  /** Where the phone reaches the service. */
  address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on the phone has a signal, or none. */
  reach(signal: boolean): void {
    this.signal = signal;
    if (!signal) this.cut();
  }

  /** The next answer is sent by the service and does not arrive. */
  loseTheNextAnswer(): void {
    this.cut();
    this.losing = true;
  }

  /** How many answers were lost. */
  answersLost(): number {
    return this.lost;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise(closed => this.server.close(closed));
  }

  private carry(phone: Socket, service: URL): void {
    if (!this.signal) {
      phone.destroy();
      return;
    }
    const host = connect(Number(service.port), service.hostname);
    for (const end of [phone, host]) {
      this.open.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => this.open.delete(end));
    }
    phone.on('close', () => host.destroy());
    host.on('close', () => phone.destroy());
    phone.pipe(host);
    host.on('data', bytes => {
      if (this.losing) {
        this.losing = false;
        this.lost++;
        phone.destroy();
      } else {
        phone.write(bytes);
      }
    });
  }

  private cut(): void {
    this.open.forEach(socket => socket.destroy());
  }
}
