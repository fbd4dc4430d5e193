"""Lines of letterhead and signature block: title, dateline, known words in their own spelling."""
