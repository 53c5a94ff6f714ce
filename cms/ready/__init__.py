"""Ready to go live? What a municipality and the installation still lack before citizens can come, each with what to do."""
