return "Upper trapezius"
