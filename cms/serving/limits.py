"""What a request may measure before anybody looks at it, in bytes and seconds."""

#: Request line and headers together. Browsers send about 1,000 bytes; a search with everything chosen is 4,000 more.
MAX_HEAD_BYTES = 16_384
#: A body that is kept in memory while it arrives, and the most that a visitor who is not logged in may send: feedback is 500 letters.
MAX_VISITOR_BODY_BYTES = 65_536
#: An editor's upload: a picture of 10 MB, a document. What is longer is refused before it is read.
MAX_BODY_BYTES = 12 * 1024 * 1024
#: So many bodies above `MAX_VISITOR_BODY_BYTES` may arrive at a worker at the same time.
MAX_LARGE_BODIES = 8

#: Within this a connection has sent its request line and headers.
HEAD_SECONDS = 10.0
#: A body has to come with at least so many bytes a second, after `HEAD_SECONDS` of patience.
MIN_BYTES_PER_SECOND = 32_768
#: An answer may take so long to be taken, for each piece of it that is sent.
SEND_SECONDS = 30.0
#: So long a refused client may go on sending before the connection ends, so that it can read why.
LINGER_SECONDS = 2.0
