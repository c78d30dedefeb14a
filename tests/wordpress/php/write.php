<?php
/**
 * Changes posts: php write.php SITE < changes.json > told.json
 *
 * Takes a list of {"do": "add", "post": …}, {"do": "edit", "slug": …, "post": …}, {"do": "trash", "slug": …} and
 * {"do": "delete", "slug": …}; gives a list with what WordPress then tells of each post, null for one that is gone.
 */

require $argv[1] . '/wp-load.php';
require __DIR__ . '/writing.php';

$changes = json_decode( stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );

// Counting terms and comments anew for each of hundreds of posts is most of the time that filling takes.
wp_defer_term_counting( true );
wp_defer_comment_counting( true );
$wpdb->query( 'START TRANSACTION' );

$told = array();
foreach ( $changes as $change ) {
	$id = isset( $change['slug'] ) ? kc_find( $change['slug'] ) : null;
	switch ( $change['do'] ) {
		case 'add':
			$id = kc_insert( $change['post'] );
			break;
		case 'edit':
			kc_update( $id, $change['post'] );
			break;
		case 'trash':
			wp_trash_post( $id );
			$id = null;
			break;
		case 'delete':
			wp_delete_post( $id, true );
			$id = null;
			break;
		default:
			throw new RuntimeException( "unknown change {$change['do']}" );
	}
	$told[] = $id ? kc_told( $id ) : null;
}

$wpdb->query( 'COMMIT' );
wp_defer_term_counting( false );
wp_defer_comment_counting( false );

echo wp_json_encode( $told );
