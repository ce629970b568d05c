	basicauth /private {
		u $2a$14$c.syIcOjWhYtgktzLn3E3.2PO5qCik7SAm9M89uy04zU84jfgqu/q
	}
	# Nobody listens there: Caddy itself answers, with 502.
	reverse_proxy /broken 127.0.0.1:1
	reverse_proxy 127.0.0.1:@BACKEND@
