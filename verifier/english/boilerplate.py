"""Lines that a site puts between the lines of an article."""

from __future__ import annotations

ALWAYS = """
story continues below|article continues below|story continues after|article continues after|continue reading
scroll down for|send this page to|send this article|email this page|share this article|share this story
share this page|share this post|share on facebook|share on twitter|share on x|share on whatsapp
share on linkedin|share via email|tweet this|pin it|sign up for our|sign up for the|sign up to|sign up here
sign up now|subscribe to our|subscribe to the|subscribe now|subscribe here|click here to|click here for
click to|tap here to|follow us on|like us on|find us on|join us on|follow our live|download our
download the app|get our free|get the latest news|get breaking news|get more stories|get our newsletter
we use cookies|this site uses|this website uses|this page uses|by continuing to use|by continuing to browse
by clicking|by subscribing you|by signing up|accept all cookies|manage cookies|all rights reserved
enable javascript|please enable|your browser does not|you need to enable|read the full story
read the full article|read the whole story|read the rest here|read the rest of|read full article
read the original|read more about|read more here|read more at|read more on|view comments|view all comments
view gallery|view photos|view slideshow|leave a comment|leave a reply|post a comment|join the conversation
join the discussion|log in to|login to|create an account|already a subscriber|already a member
not a subscriber|to continue reading|skip to content|skip to main|back to top|listen to this article
filed under|powered by|sponsored by|this content is|advertise with us|contact us|terms of use|terms of service
privacy policy|terms and conditions|support our journalism|become a member|become a subscriber|buy us a
have a tip|got a tip|got a news tip|do you have a tip|buy now|shop now|order now|learn more about
find out more|don't miss our|don't miss out|up next|more from this|watch the video above|watch the video below
watch live|your email address|thank you for subscribing|thanks for subscribing|load more|show more
if you enjoyed this|if you liked this|support the guardian|donate now|make a donation|you may also like
you might also like|you may also be|recommended for you|the latest must-read|see more on|visit our website
copy link|image source|image caption|image copyright|image credit|media caption|media source|video caption
this video is not|this audio is not|this clip is not|this programme is not|you have reached your|you've reached your
you have used all|you have read your|got a story|have you been affected
"""
LABELS = """
more news|related|related news|related story|related stories|related article|related articles|related content
related coverage|related video|related topics|more on this|more on this story|more on this topic|more from
more stories|more coverage|more|read more|read also|also read|also see|see also|read next|read this|must read
must watch|don't miss|recommended|recommended reading|suggested|trending|trending now|most read|most popular
editor's picks|editors' picks|top stories|latest news|breaking|in other news|watch|watch now|listen|listen now
photos|video|gallery|slideshow|quiz|also on|from our partners|sponsored|advertisement|promoted|ad|tags|topics
categories|share|newsletter|podcast|subscribe|follow|learn more|explore|further reading|what to read next|next
previous|next article|previous article|play|click|exclusive offer|special offer|download|sign up|follow live
live updates|join|comments|up next|you may like|photo|picture|photograph|image|credit|reading time
"""
ALONE = """
advertisement|advertising|advert|sponsored|sponsored content|promoted content|related|related stories
related articles|read more|read more »|more|share|tweet|comments|subscribe|newsletter|trending|most read
most popular|recommended|loading|see more|show more|print|email|home|menu
search|close|skip|next|previous|top stories|latest news|editor's picks|follow us|sign in
log in|sign up|register|watch|embed|copy link|image copyright|getty images|related topics|on our radar
you may also like|more news|accept|cookies|cookie settings|view image in fullscreen
this video can not be played|media caption|related internet links|continue reading|read on
"""
RELEASES = tuple(
    "for immediate release|for immediate publication|for release|press release|news release|media release"
    "|strictly embargoed|embargoed|under embargo|not for publication before".split("|")
)
"""What a press release writes above its headline, with or without the day."""
RELEASED_BY = tuple("contact|contacts|media contact|media contacts|press contact|media enquiries".split("|"))
"""Before a colon at the top of a press release: whom to ask."""
CONTACT = frozenset("follow contact email e-mail mail write reach tweet message send call text".split())
"""Orders with which a line sends its reader to an address or a handle."""
READ = frozenset("read reading listen listening watch".split())
"""What a number of minutes on a line of its own is for: "3 min read"."""
MINUTES = frozenset("min mins minute minutes".split())
NAMING = frozenset("on from in at".split())
"""Ends of labels behind which a site may be named before the colon: "Also on Norhaven Post: ..."."""
OF_BROWSERS = frozenset("cookie cookies javascript browser browsers captcha".split())
"""What a page speaks of that must have something from its visitor's browser before it shows a story."""
NO_PICTURE = frozenset({"[image or embed]", "[video]", "[gif]", "[image]", "[embed]"})
"""What an embedded post has in place of its picture."""
PICTURES = frozenset("photo photos photograph photographs picture pictures image images".split())
"""What opens the name of a picture's maker behind its caption: "Image: Ada Brook."."""
