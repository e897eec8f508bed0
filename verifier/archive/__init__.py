"""Archives: many articles, one row each, on this machine or on a cluster; what is done is never done again.

A run is a folder. ``plan`` fixes what is read and which shard holds it, ``shard`` reads one shard, ``executors`` spread
the shards (datatrove's, with a local one of our own), ``tables`` and ``page`` look at what came of it. Needs the extra
``archive``; nothing of it is imported before :func:`verifier.archive.extra.require` has looked.
"""
