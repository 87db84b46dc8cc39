"""The live room: sockets, the alarm clock, the server's process; the only place of gevent and Socket.IO."""
