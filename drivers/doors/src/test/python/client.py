"""A PPMID at the HAN socket that asks for its next image: python3 client.py HOST PORT [broken]"""
import json, socket, sys

HOST, PORT, BROKEN = sys.argv[1], int(sys.argv[2]), "broken" in sys.argv[3:]  # broken on purpose: it never asks
ENDPOINT = {"endpoint": 1, "profile": "0109", "server": ["0000"], "client": ["000A", "0019"]}

def session(wire):
    def say(**message):
        wire.write(json.dumps(message) + "\n")
        wire.flush()

    say(type="join", version=1, eui64="00DB1234567890A4", device="PPMID", time="lockstep", product="client.py 1",
        endpoints=[ENDPOINT])
    for number, message in enumerate(map(json.loads, wire)):
        if message["type"] in ("refused", "error"):
            sys.exit(message["reason"])
        if message["type"] == "frame" and message["cluster"] == "0019" and not BROKEN:
            control, sequence, command = bytes.fromhex(message["zcl"])[:3]
            if control & 0b11 == 1 and command == 0x00:  # Image Notify: Query Next Image Request, running 00000010
                query = f"01{sequence:02X}0101" "FEFF" "BBAA" "10000000" "0101"
                say(type="frame", to=message["from"], profile="0109", cluster="0019", sourceEndpoint=1,
                    destinationEndpoint=message["sourceEndpoint"], apsSecurity=True, apsAck=True, zcl=query, id=number)
        say(type="idle", until=None)  # exactly one for every message; no timer is booked

try:
    while True:  # one session for each scenario
        with socket.create_connection((HOST, PORT)) as link:
            session(link.makefile("rw", encoding="utf-8"))
except OSError:
    pass  # the run is over
