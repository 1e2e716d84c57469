import os

# The model's matrices are too small to share among threads, which only wait for each other; workers are the threads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
