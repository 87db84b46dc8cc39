"""What people see and press: pages, sockets, the command line, paper."""
