<?php
/**
 * What a web server's rewrite rules do, for PHP's own server: files as they are, all else to WordPress.
 */

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ?: '/' );
if ( str_contains( $path, '..' ) ) {
	http_response_code( 400 );
	return true;
}
if ( '/' !== $path && is_dir( $root . $path ) && is_file( $root . rtrim( $path, '/' ) . '/index.php' ) ) {
	$path = rtrim( $path, '/' ) . '/index.php';
}
if ( '/' !== $path && is_file( $root . $path ) && ! str_ends_with( $path, '.php' ) ) {
	return false;
}
if ( ! is_file( $root . $path ) ) {
	$path = '/index.php';
}
header_remove( 'X-Powered-By' );
$_SERVER['SCRIPT_NAME']     = $path;
$_SERVER['PHP_SELF']        = $path;
$_SERVER['SCRIPT_FILENAME'] = $root . $path;
unset( $_SERVER['PATH_INFO'] );
chdir( dirname( $root . $path ) );
require $root . $path;
