<?php
/**
 * Installs WordPress into its database, or sets an installed one as the tests want it: php install.php SITE THEME.
 */

define( 'WP_INSTALLING', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

/** Mail about the new site would leave the machine. */
function wp_new_blog_notification() {}

if ( ! is_blog_installed() ) {
	wp_install( 'Kabar Tepian', 'pengelola', 'pengelola@example.org', true, '', wp_generate_password(), 'id_ID' );
}

// Of the samples only the default category and the widgets stay, as on a portal.
foreach ( get_posts( array( 'post_type' => array( 'post', 'page' ), 'post_status' => 'any', 'numberposts' => -1 ) ) as $sample ) {
	wp_delete_post( $sample->ID, true );
}

$options = array(
	'blogdescription'     => 'Kabar dari hulu sampai muara',
	'WPLANG'              => 'id_ID',
	'timezone_string'     => 'Asia/Makassar',
	'gmt_offset'          => '',
	'date_format'         => 'j F Y',
	'time_format'         => 'H:i',
	'posts_per_page'      => 10,
	'posts_per_rss'       => 10,
	'rss_use_excerpt'     => 0,
	'default_ping_status' => 'closed',
	'default_pingback_flag' => 0,
	'blog_public'         => 1,
);
foreach ( $options as $name => $value ) {
	update_option( $name, $value );
}
switch_theme( $argv[2] );

$wp_rewrite->init();
$wp_rewrite->set_permalink_structure( '/%year%/%monthnum%/%day%/%postname%/' );
update_option( 'rewrite_rules', '' );
