"""Files from outside, as small as they can be and look real."""
