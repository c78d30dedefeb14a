<?php
/**
 * Posts put into WordPress by its own functions. A post is an array as order_of() of content.py makes it.
 */

/** The post's ID and both times as they stand in WordPress now. */
function kc_told( $id ) {
	$post = get_post( $id );
	return array(
		'id'       => $post->ID,
		'slug'     => $post->post_name,
		'modified' => get_post_modified_time( DATE_W3C, false, $post ),
		'path'     => wp_make_link_relative( get_permalink( $post ) ),
	);
}

function kc_insert( array $order ) {
	$id = wp_insert_post( wp_slash( kc_fields( $order ) ), true );
	kc_require( $id );
	kc_set_terms( $id, $order );
	if ( $order['has_image'] ) {
		set_post_thumbnail( $id, kc_insert_image( $id, $order ) );
	}
	return $id;
}

function kc_update( $id, array $order ) {
	kc_require( wp_update_post( wp_slash( array( 'ID' => $id ) + kc_fields( $order ) ), true ) );
	kc_set_terms( $id, $order );
	$image = get_post_thumbnail_id( $id );
	if ( $image ) {
		kc_require( wp_update_post( wp_slash( array( 'ID' => $image, 'post_excerpt' => (string) $order['caption'] ) ), true ) );
	}
}

function kc_find( $slug ) {
	$found = get_posts( array( 'name' => $slug, 'post_type' => 'post', 'post_status' => 'any', 'numberposts' => 1 ) );
	if ( ! $found ) {
		throw new RuntimeException( "no post has the slug $slug" );
	}
	return $found[0]->ID;
}

function kc_fields( array $order ) {
	return array(
		'post_type'      => 'post',
		'post_status'    => 'publish',
		'post_name'      => $order['slug'],
		'post_title'     => $order['title'],
		'post_content'   => str_replace( '{{home}}', home_url(), $order['content'] ),
		'post_author'    => kc_author( $order['author'] ),
		'post_date'      => $order['published'],
		'post_date_gmt'  => get_gmt_from_date( $order['published'] ),
		'comment_status' => 'open',
	);
}

function kc_set_terms( $id, array $order ) {
	kc_require( wp_set_object_terms( $id, array_map( 'kc_category', array_keys( $order['categories'] ), $order['categories'] ), 'category' ) );
	kc_require( wp_set_object_terms( $id, $order['tags'], 'post_tag' ) );
}

function kc_category( $name, $slug ) {
	$found = get_term_by( 'name', $name, 'category' );
	if ( $found ) {
		return (int) $found->term_id;
	}
	$made = wp_insert_term( $name, 'category', $slug ? array( 'slug' => $slug ) : array() );
	kc_require( $made );
	return (int) $made['term_id'];
}

function kc_author( $name ) {
	$login = sanitize_title( $name );
	$user  = get_user_by( 'login', $login );
	if ( $user ) {
		return $user->ID;
	}
	$made = wp_insert_user(
		array(
			'user_login'   => $login,
			'user_pass'    => wp_generate_password(),
			'user_email'   => "$login@example.org",
			'display_name' => $name,
			'role'         => 'author',
		)
	);
	kc_require( $made );
	return $made;
}

/** A picture drawn from the slug, as the post's attachment. */
function kc_insert_image( $post_id, array $order ) {
	$name  = 'foto-' . $post_id;
	$saved = wp_upload_bits( "$name.png", null, kc_draw( crc32( $order['slug'] ) ), substr( $order['published'], 0, 7 ) );
	if ( $saved['error'] ) {
		throw new RuntimeException( $saved['error'] );
	}
	$id = wp_insert_attachment(
		wp_slash(
			array(
				'post_title'     => $name,
				'post_name'      => $name,
				'post_excerpt'   => (string) $order['caption'],
				'post_mime_type' => 'image/png',
				'post_date'      => $order['published'],
				'post_author'    => kc_author( $order['author'] ),
			)
		),
		$saved['file'],
		$post_id,
		true
	);
	kc_require( $id );
	require_once ABSPATH . 'wp-admin/includes/image.php';
	wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $saved['file'] ) );
	return $id;
}

/** A PNG of bands in the hours' colours; small, since what counts is that there is one. */
function kc_draw( $seed ) {
	$width  = 800;
	$height = 450;
	$image  = imagecreate( $width, $height );
	$bands  = 6;
	for ( $band = 0; $band < $bands; $band++ ) {
		$colour = imagecolorallocate( $image, ( $seed >> $band ) & 0xff, ( $seed >> ( 8 + $band ) ) & 0xff, 90 + 25 * $band );
		imagefilledrectangle( $image, 0, (int) ( $height * $band / $bands ), $width, $height, $colour );
	}
	ob_start();
	imagepng( $image );
	return ob_get_clean();
}

function kc_require( $answer ) {
	if ( is_wp_error( $answer ) ) {
		throw new RuntimeException( $answer->get_error_message() );
	}
}
