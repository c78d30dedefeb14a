<?php
/**
 * The test bed's configuration; what differs from one folder to another stands in settings.json beside the site.
 */

$kaltimcrawl = json_decode( file_get_contents( dirname( __DIR__ ) . '/settings.json' ), true );

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'wordpress' );
define( 'DB_PASSWORD', 'wordpress' );
define( 'DB_HOST', 'localhost:' . $kaltimcrawl['socket'] );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

define( 'WP_HOME', $kaltimcrawl['url'] );
define( 'WP_SITEURL', $kaltimcrawl['url'] );

foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $use ) {
	define( $use . '_KEY', $kaltimcrawl['secret'] . $use . 'key' );
	define( $use . '_SALT', $kaltimcrawl['secret'] . $use . 'salt' );
}

// Nothing leaves the machine, and nothing happens that no test asked for.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );

define( 'WP_DEBUG', false );

// The scripts beside this file have no web request around them, and WordPress asks for one.
if ( 'cli' === PHP_SAPI ) {
	$_SERVER['HTTP_HOST']      = substr( $kaltimcrawl['url'], strlen( 'http://' ) );
	$_SERVER['REQUEST_URI']    = '/';
	$_SERVER['REQUEST_METHOD'] = 'GET';
}

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
