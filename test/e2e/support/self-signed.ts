import { generateKeyPairSync, sign } from "node:crypto";

/** A key and a certificate that it signed itself, for an HTTPS server that nobody has to trust. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = der(0x30, der(0x06, Buffer.from("2a8648ce3d040302", "hex")));
  const commonName = der(0x30, der(0x06, Buffer.from("550403", "hex")), text(0x0c, "stand-in"));
  const name = der(0x30, der(0x31, commonName));
  const year = new Date().getUTCFullYear();
  const validity = der(
    0x30,
    text(0x18, `${year}0101000000Z`),
    text(0x18, `${year + 1}1231235959Z`),
  );
  const version = der(0xa0, der(0x02, Buffer.from([2])));
  const serial = der(0x02, Buffer.from([1]));
  const holder = publicKey.export({ type: "spki", format: "der" });
  const body = der(0x30, version, serial, ecdsaWithSha256, name, validity, name, holder);
  const signature = der(0x03, Buffer.from([0]), sign("sha256", body, privateKey));
  const certificate = der(0x30, body, ecdsaWithSha256, signature).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  };
}

/** A value in DER (ITU-T X.690) of less than 64 KiB: its tag, its length, its content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, Math.floor(length / 0x100), length % 0x100];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function text(tag: number, value: string): Buffer {
  return der(tag, Buffer.from(value, "latin1"));
}
