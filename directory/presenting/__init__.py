"""What pages show: values ready for templates, made from the models. Nothing here decides what may be seen."""
