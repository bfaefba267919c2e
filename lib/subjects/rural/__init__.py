"""Rural coverage under each definition of rural."""
